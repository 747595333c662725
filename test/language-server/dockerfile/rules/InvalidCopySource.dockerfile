#--- the bad example of its page
FROM alpine:3.22
COPY https://example.com/tool /tool
#    ^^^^^^^^^^^^^^^^^^^^^^^^ InvalidCopySource 💡
#--- the good example of its page
FROM alpine:3.22
ADD https://example.com/tool /tool
