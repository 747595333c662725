#--- the bad example of its page
FROM alpine:3.22
CMD ["echo", "$HOME"]
#            ^^^^^^^ ShellSyntaxInExec 💡
#--- the good example of its page
FROM alpine:3.22
CMD ["/bin/sh", "-c", "echo $HOME"]
#--- a shell is named, or the program reads them itself
FROM alpine:3.22
RUN ["/bin/bash", "-c", "echo $HOME && ls"]
CMD ["dumb-init", "sh", "-c", "exec app $PORT"]
RUN ["find", "/", "-name", "*.o", ";"]
CMD ["nginx", "-g", "daemon off;"]
RUN ["awk", "{print $1}"]
RUN ["echo", "costs 5$"]
CMD ["c:\\Program Files\\app\\run.exe"]
#--- signs, redirections, a whole command as one word
FROM alpine:3.22
RUN ["make", "&&", "make", "install"]
#            ^^^^ ShellSyntaxInExec 💡
CMD ["app", ">", "/log"]
#           ^^^ ShellSyntaxInExec 💡
ENTRYPOINT ["npm start"]
#           ^^^^^^^^^^^ ShellSyntaxInExec 💡
CMD ["app", "--port=${PORT}"]
#           ^^^^^^^^^^^^^^^^ ShellSyntaxInExec 💡
HEALTHCHECK CMD ["curl", "http://localhost", "||", "exit", "1"]
#                                            ^^^^ ShellSyntaxInExec 💡
#--- quotes inside the one word
FROM nginx:1.29
CMD ["nginx -g 'daemon off;'"]
#    ^^^^^^^^^^^^^^^^^^^^^^^^ ShellSyntaxInExec 💡
