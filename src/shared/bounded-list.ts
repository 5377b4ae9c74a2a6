import * as v from "valibot";

/**
 * A list that is not even looked through if it is longer than any honest one. What another thread sends may say that it has
 * four billion items.
 */
export const boundedList = <T extends v.GenericSchema>(item: T, most: number) =>
  v.pipe(
    v.custom<unknown[]>((value) => Array.isArray(value) && value.length <= most),
    v.array(item),
  );
