import * as v from "valibot";

/**
 * A list whose items aren't even checked if there are more than any honest sender would send. Another thread may claim to send
 * four billion items.
 */
export const boundedList = <T extends v.GenericSchema>(item: T, most: number) =>
  v.pipe(
    v.custom<unknown[]>((value) => Array.isArray(value) && value.length <= most),
    v.array(item),
  );
