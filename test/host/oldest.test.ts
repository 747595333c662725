// The host suite in the oldest VS Code that the manifest allows, on the Node that it is made for.
import { hostTests } from "./report.ts";

hostTests("oldest");
