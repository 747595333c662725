#--- the bad example of its page
FROM alpine:3.22
RUN git clone https://deploy:k7Vw2pQx@git.internal.net/app.git
#                            ^^^^^^^^ SecretInValue
#--- the good example of its page
FROM alpine:3.22
RUN --mount=type=secret,id=netrc,target=/root/.netrc git clone https://git.internal.net/app.git
#--- what manuals write, variables, hashes
FROM alpine:3.22
ENV A=AKIAIOSFODNN7EXAMPLE
RUN git clone https://user:${TOKEN}@example.com/a.git
RUN git clone https://user:password@example.com/a.git
RUN echo 24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d
#--- in a comment, in ENV, in a heredoc
FROM alpine:3.22
# old: https://kim:h4mmerTime9@git.internal.net
#                  ^^^^^^^^^^^ SecretInValue
ENV URL="redis://:x@cache:6379" DB=postgres://app:Zx81kk2Q@db.internal.net/app
#                                                 ^^^^^^^^ SecretInValue
RUN <<EOF
curl https://bot:Qp71mmZw@api.internal.net/
#                ^^^^^^^^ SecretInValue
EOF
