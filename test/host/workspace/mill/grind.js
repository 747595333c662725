require("node:fs").writeFileSync(`${__dirname}/ground.txt`, "after the build");
