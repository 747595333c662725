#--- the bad example of its page
# escape=^
#        ^ InvalidDirective
FROM alpine:3.22
#--- the good example of its page
# escape=`
FROM alpine:3.22
