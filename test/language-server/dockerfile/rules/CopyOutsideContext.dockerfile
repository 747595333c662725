#--- the bad example of its page
FROM alpine:3.22
COPY ../shared/app.conf /etc/
#    ^^^^^^^^^^^^^^^^^^ CopyOutsideContext
#--- the good example of its page
FROM alpine:3.22
COPY shared/app.conf /etc/
#--- up and down again stays inside; other stages, downloads
FROM alpine:3.22 AS a
COPY src/../lib /lib
COPY --from=a ../x /y
ADD https://example.com/../x /x
#--- from inside a folder
FROM alpine:3.22
COPY ["src/../../x", "/x"]
#     ^^^^^^^^^^^^^ CopyOutsideContext
