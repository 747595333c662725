#--- the bad example of its page
FROM node:24
CMD ["node" "app.js"]
#   ^^^^^^^^^^^^^^^^^ BrokenJsonForm 💡
#--- the good example of its page
FROM node:24
CMD ["node", "app.js"]
#--- tests of the shell, patterns of names
FROM alpine:3.22
RUN [ -f /a ] && echo yes || true
RUN [ "$A" = "b" ]
RUN [[ -f /a ]]
COPY [ab].txt /
#--- no quotes, a comma too many, a remark
FROM alpine:3.22
CMD [node, app.js]
#   ^^^^^^^^^^^^^^ BrokenJsonForm 💡
CMD ["node", "app.js",]
#   ^^^^^^^^^^^^^^^^^^^ BrokenJsonForm 💡
# why
CMD ["node"] # the server
#   ^^^^^^^^^^^^^^^^^^^^^ BrokenJsonForm 💡
VOLUME [/data]
#      ^^^^^^^ BrokenJsonForm 💡
#--- single and typographic quotes have rules of their own
FROM alpine:3.22
CMD ['node']
CMD [“node”]
#--- a path of Windows
FROM alpine:3.22
ENTRYPOINT ["c:\app\run.exe"]
#          ^^^^^^^^^^^^^^^^^^ BrokenJsonForm 💡
