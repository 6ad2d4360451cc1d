// By `require`: when it is imported, Node first parses the compiler's nine megabytes to find out whether they are a
// module of the language or of Node, which takes longer than loading them.
module.exports = require("typescript");
