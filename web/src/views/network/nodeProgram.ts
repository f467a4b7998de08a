/** Draws all shapes of nodes on the graphics card: a program of sigma's, fed from the same table as `paintNode`. */
import type { Attributes } from "graphology-types";
import { NodeProgram, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import { BORDER } from "./paint";
import { FILLS, type Shape } from "./shapes";

/** What a node of the graph carries. */
export interface NodeLook extends Attributes {
  x: number;
  y: number;
  size: number;
  color: string;
  ground: string;
  shape: Shape;
}

// A polygon of n sides is as far away as the nearest of its sides (atan tells which); a circle has none.
const FRAGMENT = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec4 v_ground;
varying vec2 v_offset;
varying float v_radius;
varying vec4 v_shape;
varying float v_pixel;

float outside(vec2 p) {
  if (v_shape.x < 0.5) return length(p) - v_radius;
  float slice = 6.2831853 / v_shape.x;
  float angle = atan(p.y, p.x) - v_shape.y;
  return cos(floor(0.5 + angle / slice) * slice - angle) * length(p) - v_shape.z * v_radius;
}

void main(void) {
  float away = outside(v_offset) / v_pixel;
  #ifdef PICKING_MODE
  if (away > 0.5) discard;
  gl_FragColor = v_color;
  #else
  float ink = 1.0;
  if (v_shape.w > 0.5) ink = clamp(away + ${BORDER.toFixed(2)} + 0.5, 0.0, 1.0);
  if (v_shape.w > 1.5) ink = max(ink, clamp(-away - ${(2 * BORDER).toFixed(2)} + 0.5, 0.0, 1.0));
  gl_FragColor = mix(v_ground, v_color, ink) * clamp(0.5 - away, 0.0, 1.0);
  #endif
}
`;

const VERTEX = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec4 a_ground;
attribute vec2 a_position;
attribute float a_size;
attribute vec4 a_shape;
attribute float a_angle;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec4 v_ground;
varying vec2 v_offset;
varying float v_radius;
varying vec4 v_shape;
varying float v_pixel;
const float bias = 255.0 / 254.0;

void main() {
  v_pixel = u_correctionRatio * 2.0;
  v_radius = a_size * v_pixel / u_sizeRatio;
  // The triangle around reaches twice the radius of its inner circle; corners stand out by up to a half.
  v_offset = v_radius * 3.2 * vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position + v_offset, 1)).xy, 0, 1);
  v_shape = a_shape;
  v_ground = a_ground;
  v_ground.a *= bias;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}
`;

const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
const UNIFORMS = ["u_sizeRatio", "u_correctionRatio", "u_matrix"] as const;
type Uniform = (typeof UNIFORMS)[number];

/** Nodes with the shape, fill and colours of `NodeLook`. */
export class ShapedNodes extends NodeProgram<Uniform, NodeLook> {
  override getDefinition() {
    return {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT },
        { name: "a_size", size: 1, type: FLOAT },
        { name: "a_shape", size: 4, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_ground", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_angle", size: 1, type: FLOAT }],
      CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
    };
  }

  override processVisibleItem(index: number, start: number, data: NodeDisplayData) {
    const { shape, ground } = data as NodeDisplayData & NodeLook;
    const row = [data.x, data.y, data.size];
    row.push(shape.sides, shape.turn, shape.apothem, FILLS.indexOf(shape.fill));
    this.array.set([...row, floatColor(data.color), floatColor(ground), index], start);
  }

  override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<Uniform>) {
    gl.uniform1f(uniformLocations.u_correctionRatio, params.correctionRatio);
    gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
  }
}
