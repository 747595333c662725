// Activation: makes the parts and registers them all before it awaits anything. Does nothing itself.
import { type ExtensionContext, l10n } from "vscode";
import { settleParticles } from "../l10n/particles.ts";
import { register, type Services } from "./commands/command.ts";
import { commandTable } from "./commands/index.ts";
import { Connection } from "./connections/connection.ts";
import { Registries } from "./connections/registries.ts";
import { UnfoldedEngines } from "./connections/unfolded-engines.ts";
import { Documents } from "./documents/documents.ts";
import { EffectiveDocuments } from "./documents/effective.ts";
import { closeBridges } from "./engine/connection/bridge.ts";
import { useFailureLog } from "./engine/disposable.ts";
import { useTranslator } from "./engine/text.ts";
import { startClient } from "./language-client/client.ts";
import { engineAnswers } from "./language-client/engine-answers.ts";
import { log } from "./log.ts";
import { Tables } from "./panels/table/panel.ts";
import { projectReader, questionOf } from "./projects/from-server.ts";
import { registerTasks } from "./tasks/tasks.ts";
import { whenSeenThrough } from "./terminals/endings.ts";
import { registerTerminals } from "./terminals/register.ts";
import { EngineStatusBar } from "./views/status-bar.ts";
import { Views } from "./views/views.ts";
import { builtReferences } from "./workspace/built-references.ts";
import { recognizeComposeFiles } from "./workspace/compose-recognition.ts";
import { WorkspaceProjects } from "./workspace/workspace-projects.ts";

export function activate(context: ExtensionContext): void {
  useTranslator((text, ...values) => settleParticles(l10n.t(text, ...values)));
  useFailureLog((error) => log().error(error instanceof Error ? error : String(error)));
  const connection = new Connection();
  const documents = new Documents();
  const tables = new Tables(context, (name, text) => documents.show(name, text));
  const answers = engineAnswers(connection, (dockerfile) =>
    builtReferences(context.workspaceState, projects, dockerfile),
  );
  const client = startClient(context, log(), answers);
  const projects = new WorkspaceProjects(connection, context.workspaceState, projectReader(client));
  const effective = new EffectiveDocuments(client, (path) =>
    questionOf(path, projects.choice(path)),
  );
  const registries = new Registries(() => connection.current);
  const unfolded = new UnfoldedEngines();
  const views = new Views(connection, context.workspaceState, projects, registries, unfolded);
  const services: Services = {
    engine: () => connection.engine(),
    connection,
    documents,
    effective,
    tables,
    views,
    projects,
    registries,
    unfolded,
    client,
    context,
  };
  context.subscriptions.push(
    log(),
    { dispose: () => void whenSeenThrough().then(closeBridges) },
    connection,
    unfolded,
    answers,
    documents,
    effective,
    tables,
    projects,
    registries,
    views,
    new EngineStatusBar(connection),
    ...register(services, commandTable),
    ...registerTasks(services),
    recognizeComposeFiles(),
    registerTerminals(connection, unfolded, context.workspaceState),
    client,
  );
}

/** VS Code waits for it, a few seconds at most. */
export const deactivate = whenSeenThrough;
