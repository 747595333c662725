#--- the bad example of its page
FROM node:24
CMD ["node", "app.js"]
#--- no quotes, a comma too many, a remark
FROM alpine:3.22
CMD ["node", "app.js"]
CMD ["node", "app.js"]
# why
# the server
CMD ["node"]
VOLUME ["/data"]
#--- a path of Windows
FROM alpine:3.22
ENTRYPOINT ["c:\\app\\run.exe"]
