// Credentials as the CLI keeps them: helpers, the store, or config.json itself. Read on demand, never logged.
import { spawn } from "node:child_process";
import {
  type AuthEntry,
  changeConfig,
  type Environment,
  readConfig,
} from "../connection/docker-config.ts";
import type { Client } from "../connection/http.ts";
import { clean, EngineError } from "../errors.ts";
import { hubKey, registryKey } from "../references.ts";
import { t } from "../text.ts";
import type { AuthConfig } from "./auth-header.ts";

const helperLimit = 15_000;

/** Credentials for the registry of an image reference; undefined when there are none. */
export const credentialsFor = (env: Environment, reference: string) =>
  credentialsOf(env, registryKey(reference));

/** Credentials for a registry by its key (`ghcr.io`, Docker Hub: `hubKey`); undefined when there are none. */
export async function credentialsOf(
  env: Environment,
  key: string,
): Promise<AuthConfig | undefined> {
  const config = await readConfig(env);
  const helper = config.credHelpers?.[key] ?? config.credsStore;
  if (helper) return fromHelper(env, helper, key);
  const host = hostOf(key);
  const entries = Object.entries(config.auths ?? {});
  const entry =
    entries.find(([name]) => name === key) ?? entries.find(([name]) => hostOf(name) === host);
  return entry && fromEntry(entry[1], key);
}

/** The keys of all registries that credentials are kept for in config.json or its helpers. */
export async function knownRegistries(env: Environment): Promise<string[]> {
  const { auths = {}, credHelpers = {}, credsStore } = await readConfig(env);
  const stored = credsStore ? await listOfHelper(env, credsStore).catch(() => []) : [];
  return [...new Set([...Object.keys(auths), ...Object.keys(credHelpers), ...stored])].sort();
}

/** All credentials for a build, by registry. */
export async function allCredentials(env: Environment): Promise<Record<string, AuthConfig>> {
  const all: Record<string, AuthConfig> = {};
  for (const key of await knownRegistries(env)) {
    const found = await credentialsOf(env, key).catch(() => undefined);
    if (found) all[key] = found;
  }
  return all;
}

/**
 * Lets the engine check the credentials, and keeps them as the CLI does.
 * @throws EngineError `unauthorized` when the registry refuses them
 */
export async function login(
  client: Client,
  env: Environment,
  { username, password, registry }: { username: string; password: string; registry: string },
): Promise<void> {
  const key = keyOf(registry);
  const answer = await client.request<{ IdentityToken?: string }>({
    method: "POST",
    path: "/auth",
    body: { username, password, serveraddress: key },
    timeout: 60_000,
  });
  const token = answer?.IdentityToken;
  const config = await readConfig(env);
  const helper = config.credHelpers?.[key] ?? config.credsStore;
  if (helper) {
    const secret = {
      ServerURL: key,
      Username: token ? "<token>" : username,
      Secret: token || password,
    };
    await runHelper(env, helper, "store", JSON.stringify(secret));
  }
  await changeConfig(env, (changed) => {
    const auth = Buffer.from(`${username}:${password}`).toString("base64");
    const plain = token
      ? { auth: Buffer.from(`${username}:`).toString("base64"), identitytoken: token }
      : { auth };
    changed.auths = { ...changed.auths, [key]: helper ? {} : plain };
  });
}

/** Forgets the credentials of a registry, in the helper too. */
export async function logout(env: Environment, registry: string): Promise<void> {
  const key = keyOf(registry);
  const config = await readConfig(env);
  const helper = config.credHelpers?.[key] ?? config.credsStore;
  if (helper) await runHelper(env, helper, "erase", key);
  await changeConfig(env, ({ auths }) => {
    for (const name of Object.keys(auths ?? {}))
      if (hostOf(name) === hostOf(key)) delete auths?.[name];
  });
}

const keyOf = (registry: string) =>
  registry === "" || /^(https?:\/\/)?(index\.)?docker\.io\b/.test(registry)
    ? hubKey
    : hostOf(registry);

const hostOf = (key: string) => key.replace(/^https?:\/\//, "").split("/")[0] ?? key;

function fromEntry(entry: AuthEntry, serveraddress: string): AuthConfig | undefined {
  if (entry.identitytoken) return { identitytoken: entry.identitytoken, serveraddress };
  if (entry.auth) {
    const decoded = Buffer.from(entry.auth, "base64").toString().replace(/\0+$/, "");
    const colon = decoded.indexOf(":");
    if (colon > 0)
      return {
        username: decoded.slice(0, colon),
        password: decoded.slice(colon + 1),
        serveraddress,
      };
  }
  if (!entry.username) return undefined;
  return { username: entry.username, password: entry.password ?? "", serveraddress };
}

async function fromHelper(
  env: Environment,
  helper: string,
  key: string,
): Promise<AuthConfig | undefined> {
  const answer = await runHelper(env, helper, "get", key);
  if (answer === undefined) return undefined;
  const { Username, Secret } = parse(answer, helper) as { Username?: string; Secret?: string };
  if (!Username || Secret === undefined) return undefined;
  if (Username === "<token>") return { identitytoken: Secret, serveraddress: key };
  return { username: Username, password: Secret, serveraddress: key };
}

async function listOfHelper(env: Environment, helper: string): Promise<string[]> {
  const answer = await runHelper(env, helper, "list", "");
  return answer ? Object.keys(parse(answer, helper) as object) : [];
}

function parse(answer: string, helper: string): unknown {
  try {
    return JSON.parse(answer);
  } catch {
    throw helperError(helper, t("its answer is not JSON"));
  }
}

/** The helper's answer; undefined when it has nothing for that registry. */
function runHelper(
  env: Environment,
  helper: string,
  verb: string,
  input: string,
): Promise<string | undefined> {
  if (!/^[A-Za-z0-9_.-]+$/.test(helper)) throw helperError(helper, t("its name is not allowed"));
  return new Promise((resolve, reject) => {
    const child = spawn(`docker-credential-${helper}`, [verb], {
      env: { ...env },
      windowsHide: true,
      timeout: helperLimit,
    });
    let output = "";
    let complaint = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
    });
    child.stderr.on("data", (chunk) => {
      complaint += chunk;
    });
    child.stdin.on("error", () => {});
    child.on("error", ({ message }) => reject(helperError(helper, message)));
    child.on("close", (code) => {
      if (code === 0) resolve(output);
      else if (/credentials not found/i.test(output + complaint)) resolve(undefined);
      // What a failing helper says on stdout may hold a secret; its stderr is its message.
      else
        reject(
          helperError(
            helper,
            complaint.trim() || (verb === "get" ? "" : output.trim()) || `exit ${code}`,
          ),
        );
    });
    child.stdin.end(input);
  });
}

const helperError = (helper: string, said: string) =>
  new EngineError(
    "failed",
    t("The credential helper “{0}” failed: {1}", helper, clean(said, 300)),
    {
      remedy: t("Check credsStore and credHelpers in the CLI's config.json."),
    },
  );
