// Node's own import, which Vitest does not take to be one of its modules.
module.exports = (url) => import(url);
