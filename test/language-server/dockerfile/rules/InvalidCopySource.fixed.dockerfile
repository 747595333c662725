#--- the bad example of its page
FROM alpine:3.22
ADD https://example.com/tool /tool
#--- what only ADD can fetch
FROM alpine:3.22
ADD "https://example.com/a" /b
ADD git@github.com:a/b.git /c
ADD ssh://git@example.com/a /d
COPY ftp://example.com/a me@home github.com/a/b ./a.git /e/
#--- addresses with variables
FROM alpine:3.22
ARG NAME ROOT=https://example.org
ENV HOST=https://example.org FOLDER=src
ADD https://example.org/$NAME /a
ADD $HOST/a /a
COPY $ROOT/a /a
COPY $FOLDER/a /a
ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d $FOLDER/a /a
ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d $ROOT/a /a
