#--- the bad example of its page
FROM alpine:3.22
ADD https://example.com/tool /usr/local/bin/tool
#   ^^^^^^^^^^^^^^^^^^^^^^^^ AddWithoutChecksum
#--- the good example of its page
FROM alpine:3.22
ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/tool /usr/local/bin/tool
#--- Git repositories and local files have no checksum of a download
FROM alpine:3.22
ADD https://github.com/kim/app.git#v1 /src
ADD git@github.com:kim/app.git /src
ADD rootfs.tar.gz /
#--- a variable in the address, the JSON form
FROM alpine:3.22
ARG V=1
ADD ["https://example.com/tool-${V}", "/tool"]
#    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AddWithoutChecksum
