/**
 * Guest code, part three: functions among the arguments. Each is a function of the guest that asks the host, and
 * that only while the call which it was given to runs: kept for later, it throws. What goes out is packed and what
 * comes back unpacked like every other value, so that neither side ever holds a thing of the other.
 */
export const guestCallables = `
const { TypeError, RangeError } = globalThis;
let askHost;
// The number of the call of the entry that runs, or 0; how many there were.
let running = 0;
let started = 0;
// While arguments are packed, which may run the learner's getters, no further question is asked.
let asking = false;

const callable = (index) => {
  const mine = running;
  return (...args) => {
    if (mine !== running || asking) throw new TypeError("called outside of the call that it was given to");
    asking = true;
    let packed;
    try {
      packed = packRoot(args);
    } catch (error) {
      throw error === tooLarge ? new RangeError("arguments too large") : error;
    } finally {
      asking = false;
    }
    return unpack(askHost([index, packed]));
  };
};

// Opens the functions that the action's arguments may hold, and closes them when it ends in whatever way.
const whileRunning = (action) => {
  asking = false;
  running = ++started;
  try {
    return action();
  } finally {
    running = 0;
  }
};
`;
