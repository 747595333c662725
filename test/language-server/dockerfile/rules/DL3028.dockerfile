#--- the bad example of its page
FROM ruby:3.4
RUN gem install bundler
#               ^^^^^^^ DL3028
#--- the good example of its page
FROM ruby:3.4
RUN gem install bundler:2.6.2
#--- flags without a value
FROM ruby:3.4
RUN gem install --no-document rake
#                             ^^^^ DL3028
RUN gem install --force rake:13.2.1
RUN gem install --install-dir /gems
