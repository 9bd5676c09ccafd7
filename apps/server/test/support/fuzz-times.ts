/** How often more than in CI whatever is random is tried: `ZHANGGUI_FUZZ_TIMES=10 npx vitest run --project integration fuzz resources`. */
export const FUZZ_TIMES = Number(process.env.ZHANGGUI_FUZZ_TIMES ?? 1)
