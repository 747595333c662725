#--- the bad example of its page
FROM alpine:3.22
ADD https://example.com/tool /tool
#--- what only ADD can fetch
FROM alpine:3.22
ADD "https://example.com/a" /b
ADD git@github.com:a/b.git /c
ADD ssh://git@example.com/a /d
COPY ftp://example.com/a me@home github.com/a/b ./a.git /e/
