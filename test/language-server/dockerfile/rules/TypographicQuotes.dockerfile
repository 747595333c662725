#--- the bad example of its page
FROM alpine:3.22
VOLUME [“/data”]
#      ^^^^^^^^^ TypographicQuotes 💡
#--- the good example of its page
FROM alpine:3.22
VOLUME ["/data"]
#--- in the middle of a text
FROM alpine:3.22
LABEL title="Kim’s “app”"
RUN echo "it’s"
#--- single ones, in ENV
FROM alpine:3.22
ENV A=“b c”
#   ^^^^^^^ TypographicQuotes 💡
CMD [‘a’, ‘b’]
#   ^^^^^^^^^^ TypographicQuotes 💡
