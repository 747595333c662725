// Log in to a registry, and out of it, as the CLI does.
import { window } from "vscode";
import { dockerLine } from "../../docker-line.ts";
import { knownRegistries, login, logout } from "../../engine/registry/credentials.ts";
import { hostOfKey, hub } from "../../engine/registry/places.ts";
import { t } from "../../engine/text.ts";
import { showEquivalent } from "../../log.ts";
import { nameOfRegistry } from "../../views/registries.ts";
import { askText } from "../ask.ts";
import type { Command } from "../command.ts";
import { objectsOf } from "./choose.ts";

// The line shows how the password is given to the command line without being seen.
export const logIn: Command = async (services, nodes) => {
  const engine = await services.engine();
  const [clicked] = objectsOf(nodes);
  const asked =
    clicked?.host ?? (await askText(t("Registry (empty: Docker Hub)"), { optional: true }));
  if (asked === undefined) return;
  const registry = asked || hub;
  const username = await askText(t("User"));
  if (!username) return;
  const password = await window.showInputBox({ title: t("Password or token"), password: true });
  if (!password) return;
  const named = hostOfKey(registry) === hub ? undefined : registry;
  showEquivalent(dockerLine("login", "--username", username, "--password-stdin", named));
  await login(engine, process.env, { username, password, registry });
  services.registries.forget();
  void window.showInformationMessage(t("Logged in to {0}.", nameOfRegistry(hostOfKey(registry))));
};

export const logOut: Command = async ({ registries }, nodes) => {
  const [clicked] = objectsOf(nodes);
  const known = await knownRegistries(process.env);
  if (known.length === 0)
    return window.showInformationMessage(t("You are not logged in to any registry."));
  const registry =
    clicked?.host ?? (await window.showQuickPick(known, { placeHolder: t("Choose a registry") }));
  if (!registry) return undefined;
  const named = hostOfKey(registry) === hub ? undefined : registry;
  showEquivalent(dockerLine("logout", named));
  await logout(process.env, registry);
  return registries.forget();
};
