export {geoEqualEarth, geoPath} from 'd3-geo';
