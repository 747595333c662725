// What a Gemfile tells of its image: what is installed, and which server starts it. Pure.
import { execForm } from "./exec-form.ts";
import type { Details, Folder, ProjectFacts } from "./facts.ts";
import { copyAll } from "./template-parts.ts";

const uses = ({ read }: Folder, gem: string): boolean =>
  new RegExp(`^\\s*gem\\s*\\(?\\s*["']${gem}["']`, "m").test(read("Gemfile"));

/** The file that Rack's servers read, else the program's usual names. */
export function rubyEntry(folder: Folder): string | undefined {
  const usual = ["config.ru", "app.rb", "main.rb", "server.rb"];
  return uses(folder, "rails") ? "config.ru" : usual.find((file) => folder.files.includes(file));
}

/** What stands in the places of the template. */
export function rubyDetails(folder: Folder, facts: ProjectFacts): Details {
  const wanted = ["Gemfile", "Gemfile.lock", ".ruby-version"];
  const given = wanted.filter((file) => folder.files.includes(file));
  // Gems that are part of the project.
  const hasOwn = /\bpath:|:path\s*=>|^\s*gemspec\b/m.test(folder.read("Gemfile"));
  return {
    copy: hasOwn ? copyAll : `COPY ${given.join(" ")} ./`,
    command: commandOf(folder, facts),
  };
}

function commandOf(folder: Folder, { entry, port }: ProjectFacts): string {
  const bundled = (...words: (string | number)[]) => execForm("bundle", "exec", ...words);
  if (uses(folder, "rails")) return bundled("rails", "server", "-b", "0.0.0.0", "-p", port);
  if (!entry.endsWith(".ru")) {
    const listens = uses(folder, "sinatra") ? ["-o", "0.0.0.0", "-p", port] : [];
    return bundled("ruby", entry, ...listens);
  }
  // Rack 3 has no server of its own: `rackup` is a gem by itself.
  if (uses(folder, "puma")) return bundled("puma", "-b", `tcp://0.0.0.0:${port}`, entry);
  return bundled("rackup", entry, "--host", "0.0.0.0", "--port", port);
}
