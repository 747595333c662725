#--- the bad example of its page
FROM golang:1.25
RUN go install example.com/a@latest
#              ^^^^^^^^^^^^^^^^^^^^ DL3062
#--- the good example of its page
FROM golang:1.25
RUN go install example.com/a@v1.2.3
