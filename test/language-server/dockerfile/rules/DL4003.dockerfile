#--- the bad example of its page
FROM alpine:3.22
CMD ["a"]
CMD ["b"]
#^^ DL4003 💡
#--- the good example of its page
FROM alpine:3.22
CMD ["b"]
