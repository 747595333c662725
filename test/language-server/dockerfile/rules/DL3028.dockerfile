#--- the bad example of its page
FROM ruby:3.4
RUN gem install bundler
#               ^^^^^^^ DL3028
#--- the good example of its page
FROM ruby:3.4
RUN gem install bundler:2.6.2
