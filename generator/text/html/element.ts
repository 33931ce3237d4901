// Makes the elements of web pages: the one way to do it.
export { h } from "hastscript";
