// A mail relay as a city has one: real SMTP with STARTTLS and a password. Keeps what it takes, and can be away, busy
// or refuse an address.

import assert from "node:assert/strict";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";

/** Who may send through it. The password needs escaping in an address, as real ones do. */
export const LOGIN = { user: "torget", pass: "a/b c@d:e" };

export class Relay {
  /** `certificate` holds `key` and `cert`. It listens when `listen` is called. */
  constructor(certificate) {
    this.certificate = certificate;
    this.answers = [];
    /** The address of every attempt to hand over a mail, in order. */
    this.attempts = [];
    /** Every mail taken: its envelope and the parsed message. */
    this.mails = [];
  }

  async listen(port) {
    this.server = new SMTPServer({
      ...this.certificate,
      authMethods: ["PLAIN", "LOGIN"],
      logger: false,
      onAuth: ({ username, password }, session, done) => {
        const known = username === LOGIN.user && password === LOGIN.pass && session.secure;
        if (known) done(null, { user: username });
        else done(refusal(535, "5.7.8 authentication failed"));
      },
      onRcptTo: ({ address }, session, done) => {
        this.attempts.push(address);
        const answer = this.answers.find((one) => one.address === address && one.times > 0);
        if (!answer) return done();
        answer.times -= 1;
        return done(refusal(answer.code, answer.words));
      },
      onData: (stream, session, done) => this.take(stream, session).then(() => done(), done),
    });
    this.server.on("error", () => {});
    await new Promise((resolve) => this.server.listen(port, "127.0.0.1", resolve));
  }

  async take(stream, session) {
    const parts = [];
    for await (const part of stream) parts.push(part);
    const raw = Buffer.concat(parts);
    const { mailFrom, rcptTo } = session.envelope;
    const message = await PostalMime.parse(raw);
    const to = rcptTo.map(({ address }) => address);
    const { secure, user } = session;
    this.mails.push({ raw: raw.toString(), from: mailFrom.address, to, message, is_encrypted: secure, user });
  }

  /** Answers so, the next `times` times that a mail to this address comes. */
  answers_with(address, code, words, times = Infinity) {
    this.answers.push({ address, code, words, times });
  }

  to(address) {
    return this.mails.filter((mail) => mail.to.includes(address));
  }

  /** Waits for a mail to this address whose subject fits. */
  async mail_to(address, subject, seconds = 90) {
    for (let tries = 0; tries < seconds * 5; tries += 1) {
      const found = this.to(address).find(({ message }) => subject.test(message.subject));
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    const seen = this.to(address).map(({ message }) => message.subject);
    return assert.fail(`no mail ${subject} came to ${address}, only ${JSON.stringify(seen)}`);
  }

  async stop() {
    if (this.server) await new Promise((resolve) => this.server.close(resolve));
  }
}

function refusal(code, words) {
  return Object.assign(new Error(words), { responseCode: code });
}

/** The one value of a header, or nothing. */
export function header({ message }, name) {
  const found = message.headers.filter(({ key }) => key === name.toLowerCase());
  assert.ok(found.length <= 1, `${name} stands ${found.length} times`);
  return found[0]?.value;
}
