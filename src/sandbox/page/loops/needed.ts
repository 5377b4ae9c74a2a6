/** Whether this engine leaves the loops of an ended worker running: JavaScriptCore, which is every browser on iOS too. */
export function needsEndableLoops({ userAgent }: Pick<Navigator, "userAgent">): boolean {
  return userAgent.includes("AppleWebKit/") && !/Chrom(e|ium)\//.test(userAgent);
}
