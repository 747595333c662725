// X.509 certificates for tests, made here in a few milliseconds: authorities, servers, clients, expired ones.
import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";

/** A certificate with its key, as PEM and as an issuer of others. */
export interface Certificate {
  readonly name: string;
  readonly cert: string;
  readonly key: string;
}

export interface CertificateWish {
  readonly name: string;
  /** Itself when left out. */
  readonly issuer?: Certificate;
  /** Host names and IPv4 addresses that it holds for. */
  readonly hosts?: readonly string[];
  readonly expired?: boolean;
}

/** A certificate of an elliptic key, valid from yesterday to tomorrow, or until yesterday. */
export function makeCertificate({ name, issuer, hosts = [], expired = false }: CertificateWish) {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const day = 86_400_000;
  const dates = expired ? [-3 * day, -day] : [-day, day];
  const spki = publicKey.export({ type: "spki", format: "der" });
  const toBeSigned = sequence(
    tagged(0xa0, integer(2)),
    integer(Date.now()),
    signatureKind,
    nameOf(issuer?.name ?? name),
    sequence(...dates.map((from) => time(new Date(Date.now() + from)))),
    nameOf(name),
    spki,
    tagged(0xa3, sequence(...extensions(!issuer, hosts))),
  );
  const signer: KeyObject = issuer ? createPrivateKey(issuer.key) : privateKey;
  const signature = sign("sha256", toBeSigned, signer);
  const der = sequence(toBeSigned, signatureKind, tagged(0x03, Buffer.of(0), signature));
  const key = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  return { name, key, cert: pem(der) } satisfies Certificate;
}

function extensions(authority: boolean, hosts: readonly string[]): Buffer[] {
  const names = hosts.map((host) =>
    /^[\d.]+$/.test(host)
      ? tagged(0x87, Buffer.from(host.split(".").map(Number)))
      : tagged(0x82, Buffer.from(host)),
  );
  const basic = authority ? sequence(tagged(0x01, Buffer.of(0xff))) : sequence();
  return [
    sequence(oid(0x55, 0x1d, 0x13), tagged(0x01, Buffer.of(0xff)), tagged(0x04, basic)),
    ...(names.length > 0
      ? [sequence(oid(0x55, 0x1d, 0x11), tagged(0x04, sequence(...names)))]
      : []),
  ];
}

// ASN.1, as far as a certificate needs it.
function tagged(tag: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const size = body.length;
  if (size < 128) return Buffer.concat([Buffer.of(tag, size), body]);
  const bytes = size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255];
  return Buffer.concat([Buffer.of(tag, ...bytes), body]);
}

const sequence = (...parts: Buffer[]) => tagged(0x30, ...parts);
const oid = (...bytes: number[]) => tagged(0x06, Buffer.of(...bytes));
const integer = (value: number) =>
  tagged(0x02, Buffer.from(value.toString(16).padStart(2 * bytesOf(value), "0"), "hex"));
const bytesOf = (value: number) => Math.ceil((value.toString(16).length + 1) / 2);
const time = (date: Date) =>
  tagged(
    0x17,
    Buffer.from(
      date
        .toISOString()
        .slice(2)
        .replace(/[-:T]|\.\d+/g, ""),
    ),
  );
const nameOf = (name: string) =>
  sequence(tagged(0x31, sequence(oid(0x55, 0x04, 0x03), tagged(0x0c, Buffer.from(name)))));
// ecdsa-with-SHA256
const signatureKind = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));

function pem(der: Buffer): string {
  const lines = der.toString("base64").match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
}
