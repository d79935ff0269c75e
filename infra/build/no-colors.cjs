// Replaces the library of colors that winston loads at every start. We color lines for a terminal ourselves.
module.exports = {};
