// A real OpenID provider (npm oidc-provider) that speaks the Swedish profile, with a page where one chooses who to be. It
// takes signed requests by POST and private_key_jwt alone, and signs its UserInfo. Some of its people make it lie.

import { generateKeyPairSync, sign } from "node:crypto";
import { createServer } from "node:https";
import { Provider } from "oidc-provider";

const OIDC = "https://id.oidc.se";
const CONNECT = "https://id.swedenconnect.se";
const LOA = "http://id.elegnamnden.se/loa/1.0";
const CLIENT_ID = "https://torget.example";
const NUMBER = `${OIDC}/claim/personalIdentityNumber`;
const COORDINATION = `${OIDC}/claim/coordinationNumber`;
const PREVIOUS = `${OIDC}/claim/previousCoordinationNumber`;
const PRID = `${CONNECT}/claim/prid`;
const PERSISTENCE = `${CONNECT}/claim/pridPersistence`;
const LEVEL = `${OIDC}/claim/coordinationNumberLevel`;

const named = (number) => ({ given_name: "Testperson", family_name: String(number) });
const resident = { acr: `${LOA}/loa3`, claims: { [NUMBER]: "189006049804", ...named(701) } };

/** Everyone one can be, by the words on the button. The numbers are official test numbers. */
export const PEOPLE = {
  "personnummer": resident,
  "samordningsnummer": { acr: `${LOA}/loa3`, claims: { [COORDINATION]: "197001902399", [LEVEL]: "confirmed", ...named(711) } },
  "samordningsnummer, osäker": { acr: `${LOA}/loa3`, claims: { [COORDINATION]: "191500722390", [LEVEL]: "uncertain", ...named(712) } },
  "har fått personnummer": {
    acr: `${LOA}/loa4`, claims: { [NUMBER]: "189005219804", [PREVIOUS]: "197001902399", ...named(711) },
  },
  "utländsk A": { acr: `${LOA}/eidas-sub`, claims: { [PRID]: "DE:ab0123-45cd", [PERSISTENCE]: "A", ...named(721) } },
  "utländsk C": { acr: `${LOA}/eidas-high`, claims: { [PRID]: "NO:xy0123-45cd", [PERSISTENCE]: "C", ...named(722) } },
  "för svag": { ...resident, error: "unmet_authentication_requirements" },
  "svag ändå": { ...resident, lie: { token: (said) => ({ ...said, acr: `${LOA}/loa2` }) } },
  "avbryter": { ...resident, error: "access_denied" },
  "fel nonce": { ...resident, lie: { token: (said) => ({ ...said, nonce: "another" }) } },
  "fel utfärdare": { ...resident, lie: { token: (said) => ({ ...said, iss: "https://elsewhere.example" }) } },
  "utgången": { ...resident, lie: { token: (said) => ({ ...said, iat: said.iat - 600, exp: said.exp - 600 }) } },
  "osignerad": { ...resident, lie: { unsigned: true } },
  "någon annan": { ...resident, lie: { user_info: (said) => ({ ...said, sub: "another" }) } },
};

const encode = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
const said_in = (token) => JSON.parse(Buffer.from(token.split(".")[1], "base64url"));

/** An HTTPS server that is to be the provider; its address goes into the site's configuration. */
export async function openid_server({ key, cert }) {
  const server = createServer({ key, cert });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, issuer: `https://localhost:${server.address().port}` };
}

/** Makes it one, for a site at this address with these public keys. */
export function serve_openid({ server, issuer }, { address, jwks }) {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const jwk = { ...privateKey.export({ format: "jwk" }), use: "sig", alg: "ES256", kid: "provider" };
  const provider = new Provider(issuer, settings(jwk, { address, jwks }));
  let lie = {};
  provider.use(async (ctx, next) => {
    await next();
    const resigned = (token, change) => {
      const signed = `${token.split(".")[0]}.${encode(change(said_in(token)))}`;
      const signature = sign("sha256", Buffer.from(signed), { key: privateKey, dsaEncoding: "ieee-p1363" });
      return `${signed}.${signature.toString("base64url")}`;
    };
    if (ctx.path === "/token" && lie.token) ctx.body = { ...ctx.body, id_token: resigned(ctx.body.id_token, lie.token) };
    if (ctx.path === "/me" && lie.user_info) ctx.body = resigned(ctx.body, lie.user_info);
    if (ctx.path === "/me" && lie.unsigned) ctx.body = said_in(ctx.body);
  });
  const faults = [];
  for (const event of ["server_error", "grant.error", "authorization.error", "userinfo.error"]) {
    provider.on(event, (ctx, error) => faults.push(`${event}: ${error.message} ${error.error_description ?? ""}`));
  }
  const answer = provider.callback();
  server.on("request", (request, response) => {
    if (!request.url.startsWith("/who/")) return answer(request, response);
    if (request.method === "GET") return show_people(response, request.url);
    return choose(provider, request, response, (person) => { lie = person.lie ?? {}; });
  });
  return { faults };
}

const settings = (jwk, { address, jwks }) => ({
  jwks: { keys: [jwk] },
  clients: [{
    client_id: CLIENT_ID,
    redirect_uris: [`${address}/e-legitimation/svar`],
    response_types: ["code"],
    grant_types: ["authorization_code"],
    token_endpoint_auth_method: "private_key_jwt",
    token_endpoint_auth_signing_alg: "ES256",
    request_object_signing_alg: "ES256",
    require_signed_request_object: true,
    id_token_signed_response_alg: "ES256",
    userinfo_signed_response_alg: "ES256",
    jwks,
  }],
  acrValues: ["loa2", "loa3", "loa4", "eidas-sub", "eidas-high"].map((level) => `${LOA}/${level}`),
  scopes: [
    "openid", `${OIDC}/scope/naturalPersonInfo`, `${OIDC}/scope/naturalPersonNumber`,
    `${CONNECT}/scope/eidasNaturalPersonIdentity`,
  ],
  claims: {
    acr: null, auth_time: null, iss: null, openid: ["sub"],
    [`${OIDC}/scope/naturalPersonInfo`]: ["given_name", "family_name"],
    [`${OIDC}/scope/naturalPersonNumber`]: [NUMBER, COORDINATION, LEVEL, PREVIOUS],
    [`${CONNECT}/scope/eidasNaturalPersonIdentity`]: [PRID, PERSISTENCE],
  },
  features: {
    claimsParameter: { enabled: true },
    devInteractions: { enabled: false },
    jwtUserinfo: { enabled: true },
    requestObjects: { enabled: true },
  },
  clientAuthMethods: ["private_key_jwt"],
  conformIdTokenClaims: true,
  cookies: { keys: ["of this run alone"], long: { sameSite: "none", secure: true } },
  enableHttpPostMethods: true,
  extraParams: [`${OIDC}/param/userMessage`],
  discovery: { [`${OIDC}/disco/userMessageSupported`]: true },
  findAccount: (ctx, id) => ({ accountId: id, claims: () => ({ sub: id, ...PEOPLE[decodeURIComponent(id)].claims }) }),
  interactions: { url: (ctx, interaction) => `/who/${interaction.uid}` },
  loadExistingGrant: async (ctx) => {
    const grant = new ctx.oidc.provider.Grant({ clientId: CLIENT_ID, accountId: ctx.oidc.session.accountId });
    grant.addOIDCScope([...ctx.oidc.requestParamScopes].join(" "));
    grant.addOIDCClaims([NUMBER, COORDINATION, LEVEL, PREVIOUS, PRID, PERSISTENCE]);
    await grant.save();
    return grant;
  },
  pkce: { required: () => true },
  ttl: { AccessToken: 300, AuthorizationCode: 60, Grant: 600, IdToken: 300, Interaction: 600, Session: 600 },
});

function show_people(response, url) {
  const button = (name) => `<p><button name="who" value="${encodeURIComponent(name)}">${name}</button></p>`;
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
  response.end(`<!doctype html><html lang="sv"><title>Vem är du?</title><link rel="icon" href="data:,"><h1>Vem är du?</h1>
    <form method="post" action="${url}">${Object.keys(PEOPLE).map(button).join("")}</form></html>`);
}

async function choose(provider, request, response, chosen) {
  let body = "";
  for await (const part of request) body += part;
  const id = new URLSearchParams(body).get("who");
  const person = PEOPLE[decodeURIComponent(id)];
  chosen(person);
  const result = person.error
    ? { error: person.error, error_description: "as this person does" }
    : { login: { accountId: id, acr: person.acr } };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}
