#--- the bad example of its page
FROM node:24
COPY .env /app/
#    ^^^^ SecretFileCopied
#--- the good example of its page
FROM node:24
RUN --mount=type=secret,id=env,target=/app/.env npm run build
#--- samples, other stages, public halves
FROM node:24 AS a
COPY .env.example .envrc id_rsa.pub /app/
COPY --from=a /app/.env /x
#--- keys, accounts
FROM node:24
COPY .ssh/id_rsa /root/.ssh/
#    ^^^^^^^^^^^ SecretFileCopied
COPY [".netrc", "/root/"]
#     ^^^^^^^^ SecretFileCopied
ADD .aws/credentials conf/.env.production /root/
#   ^^^^^^^^^^^^^^^^ SecretFileCopied
#                    ^^^^^^^^^^^^^^^^^^^^ SecretFileCopied
