/** What a run of `zhanggui` left behind. */
export type CliRun = { exitCode: number | null; stdout: string; stderr: string }
