#--- the bad example of its page
FROM alpine:3.22
COPY https://example.com/tool /tool
#    ^^^^^^^^^^^^^^^^^^^^^^^^ InvalidCopySource 💡
#--- the good example of its page
FROM alpine:3.22
ADD https://example.com/tool /tool
#--- what only ADD can fetch
FROM alpine:3.22
COPY "https://example.com/a" /b
#    ^^^^^^^^^^^^^^^^^^^^^^^ InvalidCopySource 💡
COPY git@github.com:a/b.git /c
#    ^^^^^^^^^^^^^^^^^^^^^^ InvalidCopySource 💡
COPY ssh://git@example.com/a /d
#    ^^^^^^^^^^^^^^^^^^^^^^^ InvalidCopySource 💡
COPY ftp://example.com/a me@home github.com/a/b ./a.git /e/
#--- modes
FROM alpine:3.22
COPY --chmod=u=rwX,go=rX a /b
COPY --chmod=+x a /b
COPY --chmod=$MODE a /b
COPY --chmod=rwx a /b
#    ^^^^^^^^^^^ InvalidCopySource
COPY --chmod=u+x, a /b
#    ^^^^^^^^^^^^ InvalidCopySource
COPY --chmod=0o755 a /b
#    ^^^^^^^^^^^^^ InvalidCopySource
ADD --chmod=755x a /b
#   ^^^^^^^^^^^^ InvalidCopySource
#--- checksums
FROM alpine:3.22
ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/a /b
ADD --checksum=da39a3 https://example.com/a.git /c
ADD --checksum=$SUM https://example.com/a /d
ADD --checksum=sha256:24454f https://example.com/a /e
#   ^^^^^^^^^^^^^^^^^^^^^^^^ InvalidCopySource
ADD --checksum=md5:d41d8cd98f00b204e9800998ecf8427e https://example.com/a /f
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ InvalidCopySource
ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d a.tar /g
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ InvalidCopySource
ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/a https://example.com/b /h/
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ InvalidCopySource
#--- a number of no stage
FROM alpine:3.22 AS a
FROM alpine:3.22
COPY --from=00 a /b
COPY --from=2 a /b
#    ^^^^^^^^ InvalidCopySource
#--- modes and checksums in variables
FROM alpine:3.22
ENV GOOD=755 BAD=888 SUM=abc
ARG MAYBE=888
COPY --chmod=$GOOD a /b
COPY --chmod=$MAYBE a /b
COPY --chmod=$BAD a /b
#    ^^^^^^^^^^^^ InvalidCopySource
ADD --checksum=$SUM https://example.org/a /b
#   ^^^^^^^^^^^^^^^ InvalidCopySource
ADD --checksum=$NOBODY a /b
#--- addresses with variables
FROM alpine:3.22
ARG NAME ROOT=https://example.org
ENV HOST=https://example.org FOLDER=src
COPY https://example.org/$NAME /a
#    ^^^^^^^^^^^^^^^^^^^^^^^^^ InvalidCopySource 💡
COPY $HOST/a /a
#    ^^^^^^^ InvalidCopySource 💡
COPY $ROOT/a /a
COPY $FOLDER/a /a
ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d $FOLDER/a /a
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ InvalidCopySource
ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d $ROOT/a /a
