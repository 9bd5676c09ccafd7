/** How an interval is called: 0.8 is "80%", 0.975 "97.5%". */
export const levelName = (level: number): string => `${Math.round(level * 1000) / 10}%`
