// What stands for `undefined` in the script of the error centre.
export let nothing;
