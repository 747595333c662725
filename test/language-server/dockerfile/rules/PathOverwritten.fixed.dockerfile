#--- the bad example of its page
FROM alpine:3.22
ENV PATH=/app/bin:$PATH
#--- in quotes, in the old form
FROM alpine:3.22
ENV PATH="/app/bin:$PATH"
ENV PATH /app/bin:$PATH
