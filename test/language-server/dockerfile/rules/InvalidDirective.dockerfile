#--- the bad example of its page
# escape=^
#        ^ InvalidDirective
FROM alpine:3.22
#--- the good example of its page
# escape=`
FROM alpine:3.22
#--- options of check
# check=skip=StageNameCasing;error=T;experimental=all and a remark
FROM alpine:3.22
#--- an option that check does not have
# check=SKIP=all
#       ^^^^^^^^ InvalidDirective
FROM alpine:3.22
#--- an option without a value
# check=skip
#       ^^^^ InvalidDirective
FROM alpine:3.22
#--- a truth that is none
# check=error=yes
#       ^^^^^^^^^ InvalidDirective
FROM alpine:3.22
#--- an unknown directive ends them
# editor=vim
# escape=^
# escape=^
FROM alpine:3.22
#--- blanks before it
  # escape=^
#          ^ InvalidDirective
FROM alpine:3.22
