// Replaces the copy of Node's streams that winston brings for old versions of Node, and loads at every start.
module.exports = require('node:stream').Writable;
