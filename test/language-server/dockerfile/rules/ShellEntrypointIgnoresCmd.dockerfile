#--- the bad example of its page
FROM alpine:3.22
ENTRYPOINT ping
CMD ["localhost"]
#^^ ShellEntrypointIgnoresCmd
#--- the good example of its page
FROM alpine:3.22
ENTRYPOINT ["ping"]
CMD ["localhost"]
#--- in another stage
FROM alpine:3.22 AS a
ENTRYPOINT ping
FROM alpine:3.22
CMD ["a"]
