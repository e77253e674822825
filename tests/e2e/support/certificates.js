// Certificates for localhost from an authority of our own, made anew for each run with the machine's openssl.

import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

const CONFIG = `
[req]
distinguished_name = name
prompt = no
[name]
CN = localhost
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign
subjectKeyIdentifier = hash
[server]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = serverAuth
subjectAltName = DNS:localhost, IP:127.0.0.1
`;
const NEW_KEY = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];

/** Writes `authority.pem` into the folder; gives its path and text (`ca`), and the `key` and `cert` of a server on localhost. */
export async function certificates(folder) {
  const at = (name) => join(folder, name);
  await writeFile(at("openssl.cnf"), CONFIG);
  const request = ["req", "-x509", "-config", at("openssl.cnf"), ...NEW_KEY];
  await run("openssl", [
    ...request, "-subj", "/CN=Torget test authority", "-extensions", "authority",
    "-keyout", at("authority.key"), "-out", at("authority.pem"),
  ]);
  await run("openssl", [
    ...request, "-extensions", "server", "-CA", at("authority.pem"), "-CAkey", at("authority.key"),
    "-keyout", at("server.key"), "-out", at("server.pem"),
  ]);
  const names = ["authority.pem", "server.key", "server.pem"];
  const [ca, key, cert] = await Promise.all(names.map((name) => readFile(at(name))));
  return { authority: at("authority.pem"), ca, key, cert };
}
