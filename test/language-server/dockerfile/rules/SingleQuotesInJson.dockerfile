#--- the bad example of its page
FROM nginx:1.29
CMD ['nginx', '-g', 'daemon off;']
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ SingleQuotesInJson 💡
#--- the good example of its page
FROM nginx:1.29
CMD ["nginx", "-g", "daemon off;"]
#--- tests of the shell, quotes inside of double ones
FROM alpine:3.22
RUN ['a' = 'b'] || true
CMD ["it's"]
CMD echo 'a'
