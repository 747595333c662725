#--- the bad example of its page
FROM alpine:3.22
CMD ["/bin/sh", "-c", "exec echo $HOME"]
#--- signs, redirections, a whole command as one word
FROM alpine:3.22
RUN make && make install
CMD ["/bin/sh", "-c", "exec app > /log"]
ENTRYPOINT ["npm", "start"]
CMD ["/bin/sh", "-c", "exec app --port=${PORT}"]
HEALTHCHECK CMD ["/bin/sh", "-c", "curl http://localhost || exit 1"]
#--- quotes inside the one word
FROM nginx:1.29
CMD ["nginx", "-g", "daemon off;"]
