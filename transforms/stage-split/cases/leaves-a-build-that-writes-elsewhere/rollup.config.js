export default { input: 'src/main.js', output: { dir: '../public' } }
