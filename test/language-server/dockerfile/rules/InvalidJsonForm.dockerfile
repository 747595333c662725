#--- the bad example of its page
FROM alpine:3.22
CMD ["sleep", 10]
#   ^^^^^^^^^^^^^ InvalidJsonForm
#--- the good example of its page
FROM alpine:3.22
CMD ["sleep", "10"]
