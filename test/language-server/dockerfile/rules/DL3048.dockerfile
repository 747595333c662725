#--- the bad example of its page
FROM alpine:3.22
LABEL Vendor_="Kim"
#     ^^^^^^^ DL3048
#--- the good example of its page
FROM alpine:3.22
LABEL vendor="Kim"
