// Dockerfiles of a few lines whose meaning is easily got wrong. `Check with BuildKit` and the language
// server must say the same of each: refused, or which checks. They come from a comparison of some
// fifteen thousand generated files; each stands for a kind of difference that was found, or feared.

/** Each begins FROM scratch, of which both know all. */
export const judgedDockerfiles: readonly string[] = [
  // Lines
  "\\\nRUN a\n",
  "RUN a\n\\\n# the end\n",
  "RUN a \\\n# inside\n\n b\n",
  "CMD\u00a0\n",
  "RUN\u00a0a\n",
  // Heredocs
  "RUN <<EOF 'open\nx\nEOF\n",
  'RUN cat <<EOF | sed "s/${a,,}/b/"\nx\nEOF\n',
  "RUN cat <<EOF | sed 's/${a,,}/b/'\nx\nEOF\n",
  "RUN cat <<EOF ${a:1}\nx\nEOF\n",
  "COPY <<A <<B /a/\na\nA\nb\nB\n",
  "COPY <<-'A' /a\n\t${b:x}\n\tA\n",
  "COPY <<A /b\n${c:?must}\nA\n",
  // Variables
  "LABEL a=${b#\\*} c=${d%%\\?} e=${f//\\//x}\n",
  "LABEL a=${b#\\.}\n",
  "LABEL a=${b/\\a/c}\n",
  "LABEL a=${b/a/\\c}\n",
  "LABEL a=${b:T}\n",
  "LABEL a=${b\n",
  "LABEL a=$@ b=${10} c=$$\n",
  "WORKDIR ${a:?must}\n",
  "ENV a=\nWORKDIR ${a:?must}\n",
  "ENV a=\nWORKDIR /${a?must}\n",
  "ONBUILD USER ${a:?must}\n",
  "ONBUILD LABEL =a\n",
  "ONBUILD ENV =a\n",
  "ONBUILD ARG =a\n",
  "ONBUILD LABEL a\n",
  "RUN echo ${a:?must}\n",
  "ARG a=/x b=$a\nWORKDIR $b\n",
  "ARG a=$b b=1\n",
  "ENV a=1 b=$a\n",
  'ARG "a"=1\nLABEL b=$a\n',
  'ENV "a"=1\nLABEL b=$a\n',
  // Ports, signals, volumes
  "ENV a='80 90/tcp'\nEXPOSE $a\n",
  "ENV a='80 b'\nEXPOSE $a\n",
  "EXPOSE $a\n",
  "EXPOSE ${a}/tcp\n",
  "EXPOSE $a:80\n",
  "ARG a=8080\nEXPOSE $a:80\n",
  "ENV a=80/TCP\nEXPOSE $a\n",
  "STOPSIGNAL $a\n",
  "ENV a=9\nSTOPSIGNAL $a\n",
  "ENV a=SIGX\nSTOPSIGNAL $a\n",
  "VOLUME $a\n",
  'VOLUME ["/a", "$b"]\n',
  // Mounts
  "RUN --mount=type=cache a\n",
  "WORKDIR /b\nRUN --mount=type=cache a\n",
  "ENV b=x\nRUN --mount=type=cache,target=/a,sharing=$b a\n",
  "ENV b=locked\nRUN --mount=type=cache,target=/a,sharing=$b a\n",
  "RUN --mount=type=cache,target=/a,mode=037777777777 a\n",
  "RUN --mount=type=cache,target=/a,mode=040000000000 a\n",
  "RUN --mount=type=secret,from=,target=/a b\n",
  "RUN --mount=type=secret,id=$a b\n",
  "ENV a=nope\nRUN --mount=type=$a,target=/b c\n",
  // COPY and ADD
  "COPY https://example.org/$a /b\n",
  "ENV a=https://example.org\nCOPY $a/b /c\n",
  "ENV a=888\nCOPY --chmod=$a b /c\n",
  "ADD --checksum=$a b /c\n",
  "ADD --checksum=sha256:abc https://example.org/a /b\n",
  // Secrets
  "ARG API_KEY\nENV TOKEN=a\n",
];

/** What stands before the first FROM, and FROM itself. */
export const judgedHeads: readonly string[] = [
  "ARG API_KEY\nFROM scratch\n",
  'ARG "a"=scratch\nFROM $a\n',
  "ARG a=scratch b=$a\nFROM $b\n",
  "ARG a=${b:?must}\nFROM scratch\n",
  "FROM --platform=$a scratch\n",
  "FROM --platform=${a:-linux/arm64} scratch\n",
  "FROM scratch AS a\nFROM a AS A\n",
  "# check=skip=all;error=maybe\nFROM scratch\n",
  "# check=skip=all ;error=true\nFROM scratch AS A\n",
];
