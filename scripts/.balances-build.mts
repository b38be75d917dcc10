const { build } = await import("/tmp/dev/balances/scripts/up/build.ts");
const t=Date.now(); console.log(await build(), Math.round((Date.now()-t)/1000)+"s");
process.exit(0);
