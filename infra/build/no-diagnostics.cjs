// What winston uses to debug itself. Left out of the bundles: it loads a library of colours at every cold start.
module.exports = () => () => undefined;
