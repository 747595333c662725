// The host suite in the newest VS Code that we support.
import { hostTests } from "./report.ts";

hostTests("newest");
