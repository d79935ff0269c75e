// Loaded by `--require` into a process with Google's real libraries: leads their calls to a stand-in.
const http = require('node:http');
const https = require('node:https');
const { URL } = require('node:url');

const realRequest = https.request;
https.request = function request(to, options, ...rest) {
  const { hostname, pathname, search } = new URL(
    typeof to === 'string' ? to : (to.href ?? 'https://unknown'),
  );
  if (!/^(sqladmin|secretmanager|oauth2|www)\.googleapis\.com$/.test(hostname))
    return realRequest.call(https, to, options, ...rest);
  const standIn = `http://${process.env.GOOGLE_APIS_STAND_IN}${pathname}${search}`;
  return http.request(standIn, { ...options, agent: undefined }, ...rest);
};
