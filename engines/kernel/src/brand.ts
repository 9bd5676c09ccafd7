declare const brand: unique symbol

/** A nominal type: a `Brand<number, 'Cents'>` is a number at run time that a bare number cannot stand in for. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name }
